-- Asks about sessions. Of the answers only the status counts, which wrk counts itself: no script runs for an answer, so that the
-- tool costs next to nothing where answers are fast.
-- Arguments: "nothing", "cookie", "bearer" or "introspection", for what is sent along; path; tokens, a file per thread, of which
-- this is the beginning of the name; which of them comes first; "on" until time is up or "once" through; credentials of the client that asks for
-- introspection.
local ffi = require("ffi")
ffi.cdef [[
int getpid(void);
int kill(int process, int signal);
]]

local INTERRUPT = 2
local threads = {}
local tokens, at, left = {}, 1, math.huge
local whole, head, tail

function setup(thread)
    table.insert(threads, thread)
    thread:set("id", #threads)
end

-- The request with a mark where the token belongs.
local function template(how, path, mark, credentials)
    if how == "cookie" then
        return wrk.format("GET", path, { ["Cookie"] = "access_token=" .. mark })
    elseif how == "bearer" then
        return wrk.format("GET", path, { ["Authorization"] = "Bearer " .. mark })
    elseif how == "introspection" then
        return wrk.format("POST", path, {
            ["Authorization"] = "Basic " .. credentials,
            ["Content-Type"] = "application/x-www-form-urlencoded",
        }, "token=" .. mark)
    end
    return wrk.format("GET", path, {})
end

function init(arguments)
    for line in io.lines(arguments[3] .. "." .. id) do
        tokens[#tokens + 1] = line
    end
    at = tonumber(arguments[4]) % #tokens + 1
    if arguments[5] == "once" then
        left = #tokens
    end
    -- As long as a token, since the length of the form is told before.
    local mark = string.rep("@", #tokens[1])
    local text = template(arguments[1], arguments[2], mark, arguments[6])
    local from, to = text:find(mark, 1, true)
    if not from then
        whole = text
    else
        head, tail = text:sub(1, from - 1), text:sub(to + 1)
        if #tokens == 1 then
            whole = head .. tokens[1] .. tail
        end
    end
end

function request()
    if left == 0 then
        wrk.thread:stop()
        ffi.C.kill(ffi.C.getpid(), INTERRUPT)
    end
    left = left - 1
    if whole then
        return whole
    end
    local token = tokens[at]
    at = at % #tokens + 1
    return head .. token .. tail
end

function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format(
        "RESULT,%d,%d,%d,%.6f,%.3f,%.3f,%.3f,%.3f,\n",
        summary.requests - errors.status, errors.status,
        errors.connect + errors.read + errors.write + errors.timeout, summary.duration / 1000000,
        latency:percentile(50) / 1000, latency:percentile(90) / 1000,
        latency:percentile(99) / 1000, latency.max / 1000))
end
