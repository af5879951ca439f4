"""The main line of the platform's story over the generated client: a call is found, applied for, and the receipt verified.

Fails if the platform answers otherwise than the story promises. Needs two tokens, of a programme officer and of an applicant.
"""

import os
import time
import uuid

from mpf_client import (
    ApplicationsApi,
    CallsApi,
    ChangeFeedApi,
    Configuration,
    NewApplication,
    NewOrganisation,
    OrganisationsApi,
    ProjectsApi,
    ReceiptsApi,
    SearchApi,
)
from mpf_client.api_client import ApiClient  # the package itself exports the platform's API clients under this name
from mpf_client.exceptions import ApiException
from mpf_client.models import ApplicationPatch, VerifyRequest

CONTENT = {
    "acronym": "PYTHON",
    "title": {"en": "Green and sea border surveillance, by the Python client"},
    "summary": {"en": "Training and equipment for joint surveillance of land and sea borders."},
    "fund": "BMVI",
    "lead": {
        "name": "State Border Guard of Latvia",
        "country": "LV",
        "kind": "PUBLIC_AUTHORITY",
        "centralGovernment": True,
    },
    "activities": ["training", "equipment"],
    "themes": ["border-management"],
    "memberStates": ["LV", "LT"],
    "partnerCountries": ["GE"],
    "region": "eastern-partnership",
    "durationMonths": 24,
    "budget": [
        {"heading": "STAFF", "amount": {"amount": "400000.00", "currency": "EUR"}},
        {"heading": "TRAVEL", "amount": {"amount": "100000.00", "currency": "EUR"}},
        {"heading": "EQUIPMENT", "amount": {"amount": "450000.00", "currency": "EUR"}},
        {"heading": "INDIRECT", "amount": {"amount": "50000.00", "currency": "EUR"}},
    ],
    "euShare": {"amount": "950000.00", "currency": "EUR"},
    "letters": [{"kind": "support", "country": "GE", "centralInstitution": True}],
}


def client(token: str | None) -> ApiClient:
    """A client in somebody's name, or in nobody's."""
    return ApiClient(Configuration(host=os.environ["MPF_URL"], access_token=token))


def expect(holds: bool, promise: str) -> None:
    if not holds:
        raise SystemExit(f"does not hold: {promise}")


def etag(answer) -> str:
    """Names of headers are in the letters the server chose."""
    return next(value for name, value in answer.headers.items() if name.lower() == "etag")


def main() -> None:
    officer = client(os.environ["MPF_TOKEN"])
    applicant = client(os.environ["MPF_TOKEN_APPLICANT"])
    anybody = client(None)

    projects = ProjectsApi(anybody).list_projects(page_size=5).items
    expect(bool(projects), "there are projects; is the demonstration data loaded?")
    for project in projects:
        print("read   ", project.code, project.status.value)

    made = OrganisationsApi(officer).register_organisation(
        NewOrganisation.from_dict(
            {
                "code": f"PYTHON-{int(time.time() * 1000)}",
                "name": "Made by the Python client",
                "kind": "OTHER",
                "country": "BE",
            }
        ),
        idempotency_key=str(uuid.uuid4()),
    )
    print("written", made.code)

    call = CallsApi(anybody).list_calls(status=["OPEN"], page_size=1).items[0]
    applications = ApplicationsApi(applicant)
    draft = applications.create_application_with_http_info(NewApplication(callId=call.id))
    application = draft.data.id
    print("drafted", draft.data.reference, "for", call.key)

    checked = applications.validate_application(application)
    expect(not checked.valid and len(checked.failures) > 3, "every failed rule is told at once")
    saved = applications.revise_application_with_http_info(
        application, etag(draft), ApplicationPatch.from_dict({"content": CONTENT})
    )
    try:
        applications.revise_application(application, etag(draft), ApplicationPatch())
        expect(False, "a stale save is refused")
    except ApiException as refused:
        expect(refused.status == 412, "a stale save is refused with 412")
    checked = applications.validate_application(application)
    expect(checked.valid, f"the application is complete: {checked.failures}")

    submitted = applications.submit_application(application, etag(saved))
    verified = ReceiptsApi(anybody).verify_receipts(
        VerifyRequest(receipt=submitted.receipt.receipt, content=submitted.receipt.content)
    )
    expect(verified.valid and verified.content_matches, "anybody can verify the receipt")
    print("submitted, and the receipt verified by somebody else")

    expect(bool(SearchApi(anybody).search(call.key).items), "the call is found")
    expect(bool(ChangeFeedApi(officer).list_changes(page_size=1).items), "the change feed tells of it")


if __name__ == "__main__":
    main()
