package org.birthcase.testing;

import java.io.IOException;
import java.nio.file.Paths;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Each case of each document of rule tests in a folder is a test. */
class BuiltInRulesTest {
  @TestFactory
  Stream<? extends DynamicNode> rules() throws IOException {
    return RuleTests.in(Paths.get("../../profiles/tests"));
  }
}
