package org.strnet.study.checklist;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Reads the resources of this package; an unknown key in them is an error of the program. */
final class ItemsFile {

  /** Lists that are left out are empty. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .addModule(new Jdk8Module())
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
          .build();

  private ItemsFile() {}

  static List<ChecklistItem> read(String name) {
    return read(name, new TypeReference<>() {});
  }

  /** Phrases by name. */
  static Map<String, String> phrases() {
    return read("phrases.yaml", new TypeReference<>() {});
  }

  private static <T> T read(String name, TypeReference<T> type) {
    try (InputStream in = ItemsFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is part of the program");
      }
      return YAML.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
