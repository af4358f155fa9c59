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
${msg("keywardVerifyMailLink")}

${link}

${msg("keywardMailLinkLife", linkHours)}

${msg("keywardVerifyMailNewest")}

${msg("keywardVerifyMailNotYou", realmName)}
