package eu.mpf.calls.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An organisation by its stable code: name, kind and country, which rules ask about. A copy; projects-service owns it. */
@Entity
@Table(name = "organisation")
public class Organisation {

    @Id
    private String code;

    private String name;
    private String kind;
    private String country;

    /** The owner's version of what is copied here. */
    private long version;

    protected Organisation() {}

    Organisation(String code, String name, String kind, String country, long version) {
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.country = country;
        this.version = version;
    }

    void become(String newName, String newKind, String newCountry, long newVersion) {
        name = newName;
        kind = newKind;
        country = newCountry;
        version = newVersion;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String kind() {
        return kind;
    }

    public String country() {
        return country;
    }

    public long version() {
        return version;
    }
}
