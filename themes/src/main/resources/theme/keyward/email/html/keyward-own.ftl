<#-- Keycloak's own mails, in our words. Values that people chose are printed, never handed to msg(). -->
<#import "/keyward-commons.ftl" as keyward>
<#import "/keyward-notices.ftl" as notice>

<#macro greeting>
<#local called = ((.data_model.user.firstName)!"")?trim>
<p>${msg("keywardMailGreeting")}<#if keyward.greetable(called)> <bdi>${called}</bdi></#if>,</p>
</#macro>

<#macro link href label>
<@notice.button link=href label=label />
<p>${msg("keywardOwnLinkLife", linkExpirationFormatter(linkExpiration))}</p>
<@notice.copyable link=href />
</#macro>

<#macro small text>
<p class="kw-small" style="margin:0 0 12px;font-size:14px;line-height:1.5">${text}</p>
</#macro>

<#-- What happened to the account, when, and from where. -->
<#macro happened what kind="">
<@greeting />
<p>${what}</p>
<@notice.facts>
<@notice.fact label=msg("keywardOwnFactKind") value=kind />
<@notice.fact label=msg("keywardFactTime") value=msg("keywardOwnWhen", event.date) />
<@notice.fact label=msg("keywardFactIp") value=event.ipAddress!"" />
</@notice.facts>
<p>${msg("keywardOwnEventNotYou", realmName)}</p>
</#macro>
