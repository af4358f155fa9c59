-- Refreshes sessions, always with the newest token.
-- Arguments: client, file of refresh tokens, number of threads, "again" or "once".
-- "again" goes round the thread's sessions until time is up; "once" stops when each had its turn.
local tokens, at, client, again = {}, 1, nil, nil
local form = { ["Content-Type"] = "application/x-www-form-urlencoded" }

function init(arguments)
    client = encoded(arguments[1])
    tokens = share(arguments[2], tonumber(arguments[3]))
    again = arguments[4] == "again"
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

dofile(os.getenv("KEYWARD_LUA") .. "/load.lua")
