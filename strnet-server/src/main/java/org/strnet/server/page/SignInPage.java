package org.strnet.server.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that asks for name and password. */
@Controller
class SignInPage {

  @GetMapping("/sign-in")
  String show() {
    return "sign-in";
  }
}
