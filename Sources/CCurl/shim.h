#include <curl/curl.h>
#include <string.h>

// curl_easy_setopt takes any type behind three dots, which Swift cannot call: one function for each type.
static inline CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

// Bytes that are read one piece after the other.
typedef struct {
    const char *bytes;
    size_t count;
    size_t position;
} ccurl_source;

static size_t ccurl_read(char *target, size_t size, size_t members, void *context) {
    ccurl_source *source = (ccurl_source *)context;
    size_t room = size * members;
    size_t rest = source->count - source->position;
    size_t taken = rest < room ? rest : room;
    memcpy(target, source->bytes + source->position, taken);
    source->position += taken;
    return taken;
}

static inline CURLcode ccurl_set_source(CURL *handle, ccurl_source *source) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, ccurl_read);
    if (code != CURLE_OK) return code;
    return curl_easy_setopt(handle, CURLOPT_READDATA, source);
}

static inline long ccurl_response_code(CURL *handle) {
    long code = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
    return code;
}

static inline CURLcode ccurl_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }
