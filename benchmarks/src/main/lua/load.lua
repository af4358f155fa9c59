-- What every workload shares. Each connection has a thread, and each thread a Lua state of its own, so "the last answer" is
-- always the answer to "the last request". A workload defines next_request() and on_answer(status, headers, body).
--
-- wrk asks for one request more than it sends, to look at it: next_request() must not move on by itself.
local ffi = require("ffi")
ffi.cdef [[
typedef struct { long seconds; long nanos; } moment;
int clock_gettime(int clock, moment *now);
int getpid(void);
int kill(int process, int signal);
]]

local MONOTONIC = 1
local INTERRUPT = 2
local moment = ffi.new("moment")

local function clock()
    ffi.C.clock_gettime(MONOTONIC, moment)
    return tonumber(moment.seconds) + tonumber(moment.nanos) / 1e9
end

local threads = {}

function setup(thread)
    table.insert(threads, thread)
    thread:set("id", #threads)
end

succeeded, failed, answers, began, ended, failure = 0, 0, 0, 0, 0, ""

function request()
    if answers == 0 then
        began = clock()
    end
    return next_request()
end

function response(status, headers, body)
    ended = clock()
    answers = answers + 1
    on_answer(status, headers, body)
end

-- One unit of work is done, which may take several requests.
function success()
    succeeded = succeeded + 1
end

function failing(status, body)
    failed = failed + 1
    failure = status .. " " .. string.sub(body or "", 1, 120):gsub("[%c,]", " ")
end

-- Ends the run before its time: there is no work left for this thread, and with fewer threads it would be another load.
function finish()
    wrk.thread:stop()
    ffi.C.kill(ffi.C.getpid(), INTERRUPT)
end

-- The lines of a file that are this thread's: line n belongs to thread n modulo the number of threads.
function share(file, count)
    local lines, number = {}, 0
    for line in io.lines(file) do
        if number % count == id - 1 then
            lines[#lines + 1] = line
        end
        number = number + 1
    end
    return lines
end

function encoded(text)
    return (text:gsub("[^%w%-%._~]", function(c) return string.format("%%%02X", c:byte()) end))
end

function done(summary, latency, requests)
    local ok, bad, first, last, why = 0, 0, math.huge, 0, ""
    for _, thread in ipairs(threads) do
        ok = ok + thread:get("succeeded")
        bad = bad + thread:get("failed")
        if thread:get("answers") > 0 then
            first = math.min(first, thread:get("began"))
            last = math.max(last, thread:get("ended"))
        end
        if thread:get("failure") ~= "" then
            why = thread:get("failure")
        end
    end
    local errors = summary.errors
    local broken = errors.connect + errors.read + errors.write + errors.timeout
    io.write(string.format(
        "RESULT,%d,%d,%d,%.6f,%.3f,%.3f,%.3f,%.3f,%s\n",
        ok, bad, broken, math.max(0, last - first),
        latency:percentile(50) / 1000, latency:percentile(90) / 1000,
        latency:percentile(99) / 1000, latency.max / 1000, why))
    if at_end then
        at_end(threads)
    end
end
