package org.strnet.server.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One JSON object per log record and line: {@code time}, {@code level}, {@code logger}, {@code
 * thread}, {@code message}, {@code correlation} where there is one, {@code error} with the stack.
 */
public final class JsonLines extends Formatter {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Makes it the form of this process's log where {@code strnet.log} is {@code json}. */
  public static ApplicationContextInitializer<ConfigurableApplicationContext> whereAsked() {
    return context -> {
      if ("json".equals(context.getEnvironment().getProperty("strnet.log"))) {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
          handler.setFormatter(new JsonLines());
        }
      }
    };
  }

  @Override
  public String format(LogRecord line) {
    ObjectNode object = JSON.createObjectNode();
    object.put("time", line.getInstant().toString());
    object.put("level", line.getLevel().getName());
    object.put("logger", line.getLoggerName());
    object.put("thread", Thread.currentThread().getName());
    object.put("message", formatMessage(line));
    Correlation.current().ifPresent(id -> object.put("correlation", id));
    if (line.getThrown() != null) {
      StringWriter stack = new StringWriter();
      line.getThrown().printStackTrace(new PrintWriter(stack));
      object.put("error", stack.toString());
    }
    return object + "\n";
  }
}
