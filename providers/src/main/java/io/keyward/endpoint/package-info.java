/**
 * The two roots that all of Keyward's REST resources share, {@code /realms/{realm}/keyward} and
 * {@code /admin/realms/{realm}/keyward}. What hangs below them is contributed by the capabilities above.
 */
package io.keyward.endpoint;
