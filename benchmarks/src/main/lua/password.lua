-- Signs in by password grant.
-- Arguments: client, file of people (name, password, device; by tabs), number of threads, file for refresh tokens or "-", scope.
-- With a file, everybody signs in once and the tokens are kept; without, it goes on until time is up.
local people, at, client, out, scope = {}, 1, nil, nil, ""
local form = { ["Content-Type"] = "application/x-www-form-urlencoded", ["User-Agent"] = "ExampleApp/3.2 (Android 15)" }

function init(arguments)
    client = encoded(arguments[1])
    if arguments[5] and arguments[5] ~= "" then
        scope = "&scope=" .. encoded(arguments[5])
    end
    for _, line in ipairs(share(arguments[2], tonumber(arguments[3]))) do
        local name, password, device = line:match("([^\t]*)\t([^\t]*)\t([^\t]*)")
        people[#people + 1] = "&username=" .. encoded(name) .. "&password=" .. encoded(password)
            .. "&device_id=" .. encoded(device)
    end
    if arguments[4] ~= "-" then
        out = assert(io.open(arguments[4] .. "." .. id, "w"))
    end
end

function next_request()
    return wrk.format("POST", nil, form, "grant_type=password&client_id=" .. client .. scope .. people[at])
end

function on_answer(status, headers, body)
    local token = status == 200 and body:match('"refresh_token":"([^"]+)"')
    if token then
        success()
    else
        failing(status, body)
    end
    if token and out then
        out:write(token, "\n")
        out:flush()
    end
    at = at + 1
    if at > #people then
        at = 1
        if out then
            finish()
        end
    end
end

dofile(os.getenv("KEYWARD_LUA") .. "/load.lua")
