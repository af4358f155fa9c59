package io.keyward.devicesession.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyward.devicesession.RefreshChainStore.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReuseTest {

    @Test
    void everyKindHasItsWord() {
        assertThat(Reuse.kind(Outcome.REUSED_RECENT)).isEqualTo("recent");
        assertThat(Reuse.kind(Outcome.REUSED_ORPHANED_BRANCH)).isEqualTo("orphaned-branch");
        assertThat(Reuse.kind(Outcome.REUSED_STALE_LINEAGE)).isEqualTo("stale-lineage");
    }

    @ParameterizedTest
    @EnumSource
    void exactlyTheOutcomesThatAreReuseHaveOne(Outcome outcome) {
        if (outcome.reused()) {
            assertThat(Reuse.kind(outcome)).matches("[a-z-]+");
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> Reuse.kind(outcome));
        }
    }
}
