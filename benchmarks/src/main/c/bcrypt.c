/*
 * The yardstick in C: the same hash as BcryptBenchmark, by the system's crypt(3).
 *
 *   cc -O2 -o bcrypt bcrypt.c -lcrypt && ./bcrypt [cost] [rounds]
 */
#include <crypt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *) a, y = *(const double *) b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    const char *password = "0123456789abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQR";
    int cost = argc > 1 ? atoi(argv[1]) : 12;
    int rounds = argc > 2 ? atoi(argv[2]) : 50;
    char setting[40];
    snprintf(setting, sizeof setting, "$2b$%02d$CCCCCCCCCCCCCCCCCCCCC.", cost);
    double *taken = calloc((size_t) rounds, sizeof *taken), total = 0;
    for (int i = 0; i < rounds; i++) {
        double start = now();
        const char *hash = crypt(password, setting);
        taken[i] = now() - start;
        total += taken[i];
        if (hash == NULL || strncmp(hash, setting, 7) != 0) {
            fprintf(stderr, "crypt(3) of this system has no $2b$\n");
            return 1;
        }
    }
    qsort(taken, (size_t) rounds, sizeof *taken, ascending);
    printf("cost %d, %d rounds: mean %.1f ms, median %.1f ms, least %.1f ms\n", cost, rounds, total / rounds,
           taken[rounds / 2], taken[0]);
    free(taken);
    return 0;
}
