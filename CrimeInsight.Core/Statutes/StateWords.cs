namespace CrimeInsight.Core.Statutes;

/// <summary>States, as they stand before the names of their acts: UP Excise, Bombay Gambling, उ.प्र. गैंगस्टर.</summary>
internal static class StateWords
{
    private const string Latin =
        "AP|ANDHRA PRADESH|ANDHRA|ARUNACHAL PRADESH|ASSAM|BIHAR AND ORISSA|BIHAR|CG|CHHATTISGARH|CHATTISGARH|CHHATISGARH|GOA DAMAN AND DIU|GOA|GUJARAT|GUJ|HR"
        + "|HARYANA|HP|HIMACHAL PRADESH|HIMACHAL|JHARKHAND|JH|KARNATAKA|KAR|MYSORE|KERALA|TRAVANCORE COCHIN|COCHIN|MP|MADHYA PRADESH|CENTRAL PROVINCES|CP"
        + "|MAHARASHTRA|MAHA|MH|BOMBAY|MUMBAI|MANIPUR|MEGHALAYA|MIZORAM|NAGALAND|ODISHA|ORISSA|PUNJAB|PB|RAJASTHAN|RAJ|SIKKIM|TN|TAMIL NADU|TAMILNADU|MADRAS"
        + "|CHENNAI|TELANGANA|TS|TG|HYDERABAD|TRIPURA|UP|UTTAR PRADESH|UNITED PROVINCES|UK|UTTARAKHAND|UTTARANCHAL|WB|WEST BENGAL|BENGAL|CALCUTTA|KOLKATA"
        + "|ANDAMAN AND NICOBAR|CHANDIGARH|DELHI|NCT OF DELHI|J AND K|JK|JAMMU AND KASHMIR|LADAKH|PUDUCHERRY|PONDICHERRY|DAMAN AND DIU";

    private const string Others =
        "उत्तर प्रदेश|उप्र|उ प्र|यूपी|मध्य प्रदेश|मध्यप्रदेश|मप्र|म प्र|एमपी|छत्तीसगढ|छग|छ ग|राजस्थान|राज|बिहार|झारखंड|झारखण्ड|उत्तराखंड|उत्तराखण्ड"
        + "|हरियाणा|हिमाचल प्रदेश|पंजाब|दिल्ली|महाराष्ट्र|मुंबई|बंबई|गुजरात|ગુજરાત|মুম্বই|পশ্চিমবঙ্গ|বঙ্গীয়|অসম|ଓଡ଼ିଶା|ଓଡିଶା|ਪੰਜਾਬ|ఆంధ్రప్రదేశ్|తెలంగాణ"
        + "|ಕರ್ನಾಟಕ|കേരള|தமிழ்நாடு|சென்னை";

    /// <summary>Any of them, of a text as <see cref="SectionWords.Normalise"/> gives it.</summary>
    public static string Pattern { get; } = "(?:" + string.Join('|', (Latin + "|" + Others).Split('|').Select(SectionWords.Normalise)
        .Distinct().OrderByDescending(name => name.Length).Select(name => name.Replace(" ", @"\s*", StringComparison.Ordinal)
            .Replace(@"\s*AND\s*", @"\s*(?:AND|&)\s*", StringComparison.Ordinal))) + @")(?![\p{L}\p{M}])";
}
