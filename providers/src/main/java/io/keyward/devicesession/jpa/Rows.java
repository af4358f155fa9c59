package io.keyward.devicesession.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads rows past the persistence context, so that the next reading comes from the database again. */
final class Rows {

    /** How many ids go into one statement. */
    private static final int IDS = 500;

    private final EntityManager em;

    Rows(EntityManager em) {
        this.em = em;
    }

    <T> List<T> all(TypedQuery<T> query) {
        List<T> rows = query.getResultList();
        rows.forEach(em::detach);
        return rows;
    }

    <T> Optional<T> first(TypedQuery<T> query) {
        return all(query).stream().findFirst();
    }

    /** What belongs to any of these ids. */
    <T> List<T> of(Collection<String> ids, Function<List<String>, TypedQuery<T>> query) {
        List<T> found = new ArrayList<>();
        parts(ids, part -> found.addAll(all(query.apply(part))));
        return found;
    }

    /** The ids that can exist, each once and in their order, as many at a time as go into one statement. */
    static void parts(Collection<String> ids, Consumer<List<String>> work) {
        List<String> possible =
                ids.stream().filter(Text::id).distinct().sorted().toList();
        for (int from = 0; from < possible.size(); from += IDS) {
            work.accept(possible.subList(from, Math.min(possible.size(), from + IDS)));
        }
    }
}
