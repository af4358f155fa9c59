-- Refreshes sessions, always with the newest token.
-- Arguments: client, file of refresh tokens, number of threads, "again" or "once", file for the newest tokens at the end or "-".
-- "again" goes round the thread's sessions until time is up; "once" stops when each had its turn.
local client, again
local form = { ["Content-Type"] = "application/x-www-form-urlencoded" }

-- Not local: they are asked for at the end.
tokens, at, back = {}, 1, "-"

function init(arguments)
    client = encoded(arguments[1])
    tokens = share(arguments[2], tonumber(arguments[3]))
    again = arguments[4] == "again"
    back = arguments[5]
end

function next_request()
    return wrk.format("POST", nil, form,
        "grant_type=refresh_token&client_id=" .. client .. "&refresh_token=" .. (tokens[at] or "none"))
end

function on_answer(status, headers, body)
    local newest = status == 200 and body:match('"refresh_token":"([^"]+)"')
    if newest then
        success()
        tokens[at] = newest
        at = at + 1
    else
        failing(status, body)
        table.remove(tokens, at)
    end
    if at > #tokens then
        if again and #tokens > 0 then
            at = 1
        else
            finish()
        end
    end
end

-- All but those that were under way when it ended: nobody knows whether they were used.
local function give_back(threads)
    local name = threads[1]:get("back")
    if name == "-" then
        return
    end
    local file = assert(io.open(name, "w"))
    for _, thread in ipairs(threads) do
        local under_way = thread:get("at")
        for number, token in ipairs(thread:get("tokens")) do
            if number ~= under_way then
                file:write(token, "\n")
            end
        end
    end
    file:close()
end

at_end = give_back
dofile(os.getenv("KEYWARD_LUA") .. "/load.lua")
