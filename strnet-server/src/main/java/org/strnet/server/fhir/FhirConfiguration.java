package org.strnet.server.fhir;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the settings known. */
@Configuration
@EnableConfigurationProperties(FhirSettings.class)
class FhirConfiguration {}
