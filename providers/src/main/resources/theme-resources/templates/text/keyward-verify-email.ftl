<#ftl output_format="plainText">
<#import "/keyward-commons.ftl" as keyward>
${msg("keywardMailGreeting")}<#if keyward.greetable(name!"")> ${name}</#if>,

${msg("keywardVerifyMailText")}
${address}

<#if code?has_content>
${msg("keywardVerifyMailCode")}

    ${code}

${msg("keywardVerifyMailCodeLife", codeMinutes)}

</#if>
${code?has_content?then(msg("keywardVerifyMailLink"), msg("keywardVerifyMailLinkOnly"))}

${link}

${msg("keywardMailLinkLife", linkHours)}

${msg("keywardVerifyMailNewest")}

${msg("keywardVerifyMailNotYou", realmName)}<#if code?has_content> ${msg("keywardVerifyMailKeepCode")}</#if>
