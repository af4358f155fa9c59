package io.keyward.examples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that signs people in with Keyward by OpenID Connect, with what Spring brings and nothing of Keyward's. */
@SpringBootApplication
public class SpringApp {

    public static void main(String[] arguments) {
        SpringApplication.run(SpringApp.class, arguments);
    }
}
