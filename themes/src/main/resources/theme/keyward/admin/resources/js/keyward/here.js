/* What every part of a page can ask for, and loading. */
import { createContext, useContext, useEffect, useState } from "react";

export const Here = createContext(null);

/** {@code api} and {@code page}, and {@code t} for texts. */
export function useHere() {
    const { api, texts, page, rename } = useContext(Here);
    return { api, texts, page, rename, t: (key, ...values) => texts.say(key, ...values) };
}

/**
 * Loads when the page opens and whenever one of the inputs changes. What was there stays until something newer is; an answer
 * that comes after a newer question counts no more.
 */
export function useLoad(load, inputs) {
    const [state, set] = useState({ loading: true });
    const [turn, next] = useState(0);
    useEffect(() => {
        let wanted = true;
        set((before) => ({ data: before.data, loading: true }));
        load().then(
            (data) => wanted && set({ data, loading: false }),
            (problem) => wanted && set({ problem, loading: false }),
        );
        return () => {
            wanted = false;
        };
    }, [...inputs, turn]);
    return { ...state, again: () => next((count) => count + 1) };
}

/** Keycloak's roles of the person; none until they are known. */
export function useRoles() {
    const { api } = useHere();
    const { data } = useLoad(() => api.roles(), [api]);
    return data ?? new Set();
}
