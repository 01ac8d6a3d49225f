/* Writes down, in one log for all processes, what is written to the files under $WATCHED_DIR and when it was synced.
 *
 * A record is struct record, the path, and for a write its bytes; each is appended in one call, so that they do not
 * mix. `W` at an offset; `T` truncated to a length; `S` synced, with the log's length when that began. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

struct __attribute__((packed)) record {
    char what;
    uint16_t path_length;
    int64_t place;
    uint32_t data_length;
};

static ssize_t (*true_pwrite)(int, const void *, size_t, off64_t);
static ssize_t (*true_write)(int, const void *, size_t);
static int (*true_fsync)(int), (*true_fdatasync)(int), (*true_ftruncate)(int, off64_t);
static int log_file = -1;
static const char *watched;

__attribute__((constructor)) static void open_log(void) {
    true_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    true_write = dlsym(RTLD_NEXT, "write");
    true_fsync = dlsym(RTLD_NEXT, "fsync");
    true_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    true_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    watched = getenv("WATCHED_DIR");
    const char *name = getenv("WRITES_LOG");
    if (watched && name)
        log_file = open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void note(char what, int file, int64_t place, const void *data, size_t length) {
    char link[40], path[PATH_MAX];
    if (log_file < 0 || file == log_file)
        return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t path_length = readlink(link, path, sizeof path);
    if (path_length <= 0 || strncmp(path, watched, strlen(watched)))
        return;
    struct record record = {what, (uint16_t)path_length, place, (uint32_t)length};
    struct iovec parts[] = {{&record, sizeof record}, {path, (size_t)path_length}, {(void *)data, length}};
    if (writev(log_file, parts, data ? 3 : 2) < 0)
        abort();
}

ssize_t pwrite64(int file, const void *data, size_t length, off64_t place) {
    ssize_t written = true_pwrite(file, data, length, place);
    if (written > 0)
        note('W', file, place, data, (size_t)written);
    return written;
}

ssize_t pwrite(int file, const void *data, size_t length, off_t place) { return pwrite64(file, data, length, place); }

ssize_t write(int file, const void *data, size_t length) {
    off64_t place = log_file < 0 ? -1 : lseek64(file, 0, SEEK_CUR);
    ssize_t written = true_write(file, data, length);
    if (written > 0 && place >= 0)
        note('W', file, place, data, (size_t)written);
    return written;
}

static int64_t log_length(void) { return log_file < 0 ? 0 : lseek64(log_file, 0, SEEK_END); }

int fsync(int file) {
    int64_t began = log_length();
    int failed = true_fsync(file);
    if (!failed)
        note('S', file, began, NULL, 0);
    return failed;
}

int fdatasync(int file) {
    int64_t began = log_length();
    int failed = true_fdatasync(file);
    if (!failed)
        note('S', file, began, NULL, 0);
    return failed;
}

int ftruncate64(int file, off64_t length) {
    int failed = true_ftruncate(file, length);
    if (!failed)
        note('T', file, length, NULL, 0);
    return failed;
}

int ftruncate(int file, off_t length) { return ftruncate64(file, length); }
