package eu.mpf.gateway;

import eu.mpf.gateway.policy.ratelimit.ClientKind;
import eu.mpf.gateway.policy.ratelimit.RateLimiter;
import eu.mpf.web.adjustment.Adjustments;
import eu.mpf.web.setting.Setting;
import eu.mpf.web.setting.SettingSource;
import eu.mpf.web.setting.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What administrators switch and tune at the front door while it runs. Limits begin with what is configured. */
@ApplicationScoped
public class GatewaySettings implements SettingSource {

    public static final Setting<Boolean> WEBHOOKS_DELIVERING = Setting.onOff(
            "webhooks.delivering",
            true,
            "Whether events are brought to partners' endpoints. While it is off they wait, and none is lost.");

    private static final int MOST = 1_000_000;

    private final Map<ClientKind, Setting<Integer>> limits = new EnumMap<>(ClientKind.class);

    GatewaySettings(GatewayConfig config) {
        GatewayConfig.Gateway.RateLimits initial = config.gateway().rateLimits();
        String window = "Requests in " + initial.window().toSeconds() + " seconds ";
        limit(ClientKind.ANONYMOUS, "anonymous", initial.anonymous(), window + "of one address without a credential.");
        limit(ClientKind.TOKEN, "token", initial.token(), window + "of one subject of the identity provider.");
        limit(ClientKind.KEY, "key", initial.key(), window + "of one API client that has no limit of its own.");
    }

    private void limit(ClientKind kind, String name, int initial, String description) {
        limits.put(kind, Setting.number("rate-limits." + name, initial, 1, MOST, description));
    }

    void follow(@Observes StartupEvent event, Adjustments adjustments, Settings settings, RateLimiter limiter) {
        adjustments.follow(() -> limits.forEach((kind, setting) -> limiter.limit(kind, settings.get(setting))));
    }

    @Override
    public List<Setting<?>> settings() {
        List<Setting<?>> all = new ArrayList<>(limits.values());
        all.add(WEBHOOKS_DELIVERING);
        return all;
    }
}
