-- Opens the login page, again and again, as a browser that comes for the first time.
-- Arguments: client, redirect URI.
local path
local headers = { ["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0" }

function init(arguments)
    path = wrk.path:gsub("/token$", "/auth") .. "?response_type=code&scope=openid&client_id=" .. encoded(arguments[1])
        .. "&redirect_uri=" .. encoded(arguments[2])
end

function next_request()
    return wrk.format("GET", path, headers)
end

function on_answer(status, headers, body)
    if status == 200 then
        success()
    else
        failing(status, body)
    end
end

dofile(os.getenv("KEYWARD_LUA") .. "/load.lua")
