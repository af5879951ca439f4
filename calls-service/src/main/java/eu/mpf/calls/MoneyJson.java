package eu.mpf.calls;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.value.Money;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Money as amount and currency alone: its questions are not part of it. */
@Singleton
class MoneyJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addMixIn(Money.class, AmountAndCurrency.class);
    }

    @JsonIgnoreProperties({"zero", "negative"})
    private abstract static class AmountAndCurrency {}
}
