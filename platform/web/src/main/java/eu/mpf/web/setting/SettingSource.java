package eu.mpf.web.setting;

import java.util.List;

/** The settings of one part. A bean. */
public interface SettingSource {
    List<Setting<?>> settings();
}
