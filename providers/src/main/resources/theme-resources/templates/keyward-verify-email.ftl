<#import "template.ftl" as layout>
<#import "keyward-commons.ftl" as keyward>
<#global title = msg("keywardWaitingTitle")>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("code"); section>
    <#if section = "header">
        ${msg("keywardWaitingTitle")}
    <#elseif section = "form">
        <@keyward.assets waiting=true />
        <div class="kw-page" id="keyward-waiting"
             data-status-url="${verification.statusUrl!}"
             data-resend-in="${(verification.resendIn!0)?c}"
             data-text-seconds="${msg("keywardResendInSeconds", "{0}")}"
             data-text-minutes="${msg("keywardResendInMinutes", "{0}")}"
             data-text-again="${msg("keywardResendReady")}"
             data-text-going-on="${msg("keywardWaitingGoingOn")}">
            <#if verification.mailFailed!false>
                <#if !message?has_content || messagesPerField.existsError("code")>
                    <@keyward.notice type="warning" text=msg("keywardMailFailed") />
                </#if>
                <p>${msg("keywardWaitingNotSentTo")}<br><strong class="kw-value"><bdi>${verification.address!}</bdi></strong></p>
            <#else>
                <p>${msg("keywardWaitingSentTo")}<br><strong class="kw-value"><bdi>${verification.address!}</bdi></strong></p>
                <p>${msg("keywardWaitingHow")}</p>
            </#if>

            <form id="keyward-code-form" class="${properties.kcFormClass!} kw-form" action="${url.loginAction}" method="post" novalidate>
                <input type="hidden" name="keyward-action" value="code">
                <@keyward.field name="code" kind="code" label=msg("keywardCodeLabel") autocomplete="one-time-code" autofocus=true
                        hint=msg("keywardCodeHint", verification.codeLength!8) error=messagesPerField.get("code") />
                <@keyward.submit id="keyward-code-submit" label=msg("keywardCodeSubmit") />
            </form>

            <section class="kw-section" aria-labelledby="keyward-help">
                <h2 id="keyward-help" class="kw-heading">${msg("keywardHelpTitle")}</h2>
                <p>${msg("keywardHelpText")}</p>
                <#if (verification.resendsLeft!1) gt 0>
                    <form id="keyward-resend-form" class="kw-form" action="${url.loginAction}" method="post">
                        <input type="hidden" name="keyward-action" value="resend">
                        <@keyward.submit id="keyward-resend" importance="secondary" label=msg("keywardResend") />
                    </form>
                <#else>
                    <p>${msg("keywardResendLimit")}</p>
                </#if>
                <div class="kw-row">
                    <#if verification.canChangeAddress!false>
                        <form id="keyward-change-form" action="${url.loginAction}" method="post">
                            <input type="hidden" name="keyward-action" value="change">
                            <@keyward.submit id="keyward-change" importance="link" label=msg("keywardWrongAddress") />
                        </form>
                    </#if>
                    <form id="keyward-continue-form" action="${url.loginAction}" method="post">
                        <input type="hidden" name="keyward-action" value="continue">
                        <@keyward.submit id="keyward-continue" importance="link" label=msg("keywardContinueConfirmed") />
                    </form>
                </div>
            </section>
            <p id="keyward-status" class="kw-unseen" role="status"></p>
        </div>
    </#if>
</@layout.registrationLayout>
