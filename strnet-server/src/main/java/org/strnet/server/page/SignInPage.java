package org.strnet.server.page;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that asks for name and password, or sends to an identity provider. */
@Controller
class SignInPage {

  private final List<ClientRegistration> providers = new ArrayList<>();

  SignInPage(ObjectProvider<ClientRegistrationRepository> registrations) {
    if (registrations.getIfAvailable() instanceof Iterable<?> some) {
      some.forEach(
          registration -> {
            if (registration instanceof ClientRegistration provider) {
              providers.add(provider);
            }
          });
    }
  }

  @GetMapping("/sign-in")
  String show(Model model) {
    model.addAttribute("providers", providers);
    return "sign-in";
  }
}
