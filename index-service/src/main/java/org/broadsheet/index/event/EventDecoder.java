package org.broadsheet.index.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.broadsheet.index.event.ArticleEvent.Undecodable;

/// Turns a record of the topic into an `ArticleEvent`; whatever is not one becomes `Undecodable`
/// with a reason. Fields that are not known are ignored: within `v1` only such are added. A number
/// where a text belongs is not: that is another contract. Reasons name fields, never article text.
@Singleton
public class EventDecoder {
    private static final ObjectReader EVENTS = reader();

    public ArticleEvent decode(ConsumerRecord<byte[], byte[]> event) {
        if (event.value() == null) {
            return new Undecodable("no value: a withdrawal is an event, not a tombstone");
        }
        try {
            ArticleEvent decoded = EVENTS.readValue(event.value());
            return decoded == null ? new Undecodable("JSON null is not an event") : decoded;
        } catch (InvalidTypeIdException e) {
            return new Undecodable("unknown type: " + e.getTypeId());
        } catch (ValueInstantiationException e) {
            return new Undecodable(
                    e.getCause() instanceof IllegalArgumentException rule
                            ? String.valueOf(rule.getMessage())
                            : "wrong JSON at " + path(e));
        } catch (JsonMappingException e) {
            return new Undecodable("wrong JSON at " + path(e));
        } catch (JsonProcessingException e) {
            return new Undecodable("not JSON: at byte " + e.getLocation().getByteOffset());
        } catch (IOException e) {
            return new Undecodable("not readable: " + e.getClass().getSimpleName());
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().isEmpty()
                ? "the top"
                : e.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                        .collect(Collectors.joining("."));
    }

    private static ObjectReader reader() {
        JsonMapper mapper =
                JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .withCoercionConfig(
                                LogicalType.Textual,
                                text ->
                                        text.setCoercion(
                                                        CoercionInputShape.Integer,
                                                        CoercionAction.Fail)
                                                .setCoercion(
                                                        CoercionInputShape.Float,
                                                        CoercionAction.Fail)
                                                .setCoercion(
                                                        CoercionInputShape.Boolean,
                                                        CoercionAction.Fail))
                        .build();
        return mapper.readerFor(ArticleEvent.class);
    }
}
