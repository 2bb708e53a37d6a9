package org.strnet.training.configuration;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Writes enum constants in lower case with hyphens ({@code t-score}); reads hyphens or underscores.
 */
final class EnumCodes extends SimpleModule {

  private static final long serialVersionUID = 1L;

  EnumCodes() {
    setDeserializerModifier(new Reading());
    addSerializer(new Writing());
  }

  private static String code(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static final class Reading extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription description,
        JsonDeserializer<?> deserializer) {
      return new CodeDeserializer(type.getRawClass());
    }
  }

  private static final class CodeDeserializer extends JsonDeserializer<Object> {
    private final Class<?> type;

    CodeDeserializer(Class<?> type) {
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String found = parser.getText();
      String wanted = found.toLowerCase(Locale.ROOT).replace('_', '-');
      Object[] constants = type.getEnumConstants();
      for (Object constant : constants) {
        if (code(constant).equals(wanted)) {
          return constant;
        }
      }
      throw JsonMappingException.from(
          parser,
          "must be one of %s, found %s"
              .formatted(Arrays.stream(constants).map(EnumCodes::code).toList(), found));
    }
  }

  @SuppressWarnings("rawtypes") // Jackson asks for the raw class of the values it serialises.
  private static final class Writing extends StdSerializer<Enum> {
    private static final long serialVersionUID = 1L;

    Writing() {
      super(Enum.class);
    }

    @Override
    public void serialize(Enum value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeString(code(value));
    }
  }
}
