<#ftl output_format="plainText">
<#import "keyward-own.ftl" as own>
<@own.greeting />
${msg("keywardVerifyMailCode")}

    ${code}

${msg("keywardVerifyMailNotYou", realmName)} ${msg("keywardVerifyMailKeepCode")}
