using System.Globalization;
using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Import.Counts;

/// <summary>How columns of published tables are named.</summary>
internal static partial class CountWords
{
    /// <summary>A crime head: "MURDER", "Attempt to Rape", "हत्या".</summary>
    public static bool IsHead(string name) => Heads().IsMatch(Plain(name)) && !Amounts().IsMatch(Plain(name));

    /// <summary>How many cases a row counts.</summary>
    public static bool IsCount(string name) => Counts().IsMatch(Plain(name)) && !Amounts().IsMatch(Plain(name));

    /// <summary>Of many cases without a doubt: "No. of FIRs", "Cases registered"; neither "Total" nor "FIR".</summary>
    public static bool IsManyCases(string name) => IsCount(name) && ManyCases().IsMatch(Plain(name));

    /// <summary>A figure of whatever another column names: "Value", "n".</summary>
    public static bool IsFigure(string name) => Figures().IsMatch(Plain(name));

    /// <summary>A rate, a percentage, residents.</summary>
    public static bool IsRate(string name) => Rates().IsMatch(Plain(name));

    public static bool IsState(string name) => States().IsMatch(Plain(name));

    public static bool IsUnit(string name) => Units().IsMatch(Plain(name));

    public static bool IsPlace(string name) => IsState(name) || IsUnit(name);

    /// <summary>A police station, or the rows of a pivot table.</summary>
    public static bool IsStation(string name) => Stations().IsMatch(Plain(name));

    /// <summary>"Date", "दिनांक".</summary>
    public static bool IsDay(string name) => DayColumns().IsMatch(Plain(name));

    /// <summary>"Month", "Quarter", "Week".</summary>
    public static bool IsPeriod(string name) => Periods().IsMatch(Plain(name));

    /// <summary>What a person or a thing of one case has: an age, a sex, a value, a section of law.</summary>
    public static bool IsOfPerson(string name) => Persons().IsMatch(Plain(name)) || Amounts().IsMatch(Plain(name));

    /// <summary>"Year", "वर्ष".</summary>
    public static bool IsYear(string name) => Years().IsMatch(Plain(name));

    /// <summary>"Crime Head", "Offence", "अपराध शीर्ष": in a long table.</summary>
    public static bool IsHeadColumn(string name) => HeadColumns().IsMatch(Plain(name));

    /// <summary>A code or number of the row, not a figure.</summary>
    public static bool IsCode(string name) => Codes().IsMatch(Plain(name));

    /// <summary>One case: its number, its place to the metre, its moment.</summary>
    public static bool IsOfOneCase(string name) => Cases().IsMatch(Plain(name)) && !CountOf().IsMatch(Plain(name));

    /// <summary>"TOTAL", "ZZ TOTAL", "Delhi UT Total", "कुल".</summary>
    public static bool IsTotal(string place) => Totals().IsMatch(Plain(place));

    /// <summary>"January", "Feb", "मार्च": no more than the name of a month.</summary>
    public static bool IsMonth(string name)
    {
        var word = name.Trim().TrimEnd('.', ':');
        return Months().IsMatch(word) || CultureInfo.GetCultureInfo("hi-IN").DateTimeFormat.MonthNames.Contains(word);
    }

    /// <summary>"Year 2019", "2019-20", "2024-01", "01/2024", "Q3", "Week 12": the time that a column is of.</summary>
    public static bool IsSpan(string name) => Spans().IsMatch(name.Trim());

    // Names of columns are often written with low lines for blanks.
    private static string Plain(string name) => name.Replace('_', ' ');

    [GeneratedRegex(
        @"murder|homicid|\brape|kidnap|abduct|dacoit|robber|burglar|\btheft|\briot|\barson|cheating|counterfeit|\bhurt\b|dowry|assault|modesty|cruelty"
            + @"|negligen|traffick|extort|forgery|\bfraud|harass|stalking|breach of trust|trespass|intimidat|\bipc\b|\bbns\b|\bsll\b|\bcrimes?\b|offence"
            + @"|\bacts?\b|cyber|suicide|snatch|violence|atrocit|ndps|narcotic|gambling|excise|accident|unlawful|obscene|voyeur|infanticid|foeticid"
            + @"|importation|uapa|pocso|explosives|\bhbt\b|dacoities|\d[a-z]? ipc\b|\bnbt\b"
            + @"|हत्या|बलात्कार|अपहरण|डकैती|लूट|चोरी|दंग|आगजनी|ठगी|धोखा|दहेज|अपराध|கொலை|கொள்ளை|திருட்டு|கடத்தல்|கற்பழிப்பு|குற்ற",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heads();

    [GeneratedRegex(
        @"^(no\.?|number|count|total)?\s*(of)?\s*(cognizable|registered|reported)?\s*"
            + @"(cases?|crimes?|incidents?|offences?|incidence|firs?|counts?|total|figures?)\b\s*(no\.?)?\s*(\(?\s*(registered|reported|i)\s*\)?)?$"
            + @"|^count of|^sum of|^registered$|^cases|संख्या|मामल|दर्ज|வழக்கு|எண்ணிக்கை",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counts();

    [GeneratedRegex(@"cases|crimes|incidents|offences|firs|\b(no\.?|number|count) of (fir|case|crime)|मामल|வழக்கு",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ManyCases();

    [GeneratedRegex(@"^(n|values?|figures?|freq(uency)?|numbers?|qty|quantity|मान|संख्या|எண்ணிக்கை)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(@"police station|^p\.? ?s\.?\b|^thana|^stations?\b|\bzone\b|\brange\b|\bcircle\b|sub.?division|^row labels$|थाना|காவல் நிலைய",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stations();

    [GeneratedRegex(@"\b(date|day|when|time|timestamp)\b|दिनांक|तारीख|தேதி|நாள்", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayColumns();

    [GeneratedRegex(@"^\W*(months?|quarters?|weeks?|period|माह|महीना|மாதம்)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Periods();

    [GeneratedRegex(
        @"\bages?\b|^(victim|accused|offender)s? (age|sex|gender)|\bsex\b|\bgender\b|sections?\b|^(u/s|us)$|\bpin ?code|phone|mobile|latitude|longitude"
            + @"|आयु|उम्र|लिंग|धारा|வயது|பாலின|பிரிவு",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Persons();

    [GeneratedRegex(@"^\W*(count|sum|total|no\.?|number) of\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountOf();

    [GeneratedRegex(
        @"^((calendar |crime )?years?|cy|fy|वर्ष|ஆண்டு)?\W*(19|20)\d\d(\s?[-–/]\s?(\d\d|\d{4}))?$|^\d{1,2}[-/](19|20)\d\d$|^q(uarter)?[- ]?[1-4]\b|^w(ee)?k[- ]?\d+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spans();

    [GeneratedRegex(@"value|amount|worth|rupee|\brs\b|₹|\bloss|मूल्य|रुपये|மதிப்பு", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amounts();

    [GeneratedRegex(
        @"\brates?\b|percent|pct|%|population|per lakh| lakh\b|share|दर\b|प्रतिशत|जनसंख्या|விகிதம்",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rates();

    [GeneratedRegex(
        @"^(name of )?(the )?(states?|uts?|s/ut|st_nm)\b|union territor|राज्य|மாநிலம்",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex States();

    [GeneratedRegex(@"district|\bunit|commissionerate|\bcity\b|cities|\barea\b|ज़िला|जिला|மாவட்டம்", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Units();

    [GeneratedRegex(@"^\W*(calendar|crime|cii)?\s*years?\b|वर्ष|साल|ஆண்டு", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(
        @"^(crime|offence|ipc|sll)?[ _]*(heads?|categor(y|ies)|group|type|measure|nature)\b.*|^crimes?$|^offences?$|अपराध|शीर्ष|குற்ற",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadColumns();

    [GeneratedRegex(@"code|lgd|\bids?\b|^s[ .]*(l|r)?\.?\s*(no)?\.?$|serial|क्रम|census", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Codes();

    [GeneratedRegex(
        @"latitude|longitude|^lat$|^lon$|^lng$|\bfir\b.*(no|number)|reference|occurred|modus|^fir$|^case$"
            + @"|\b(case|report|complaint|cr|csr|ncr|gd|dd|g\.d|crime|accident|incident|event|record|diary)\.?[ _]?(no|number|id)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cases();

    [GeneratedRegex(@"\btotals?\b|^all india|^india$|कुल|योग|மொத்தம்", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Totals();

    [GeneratedRegex(
        @"^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)([ '-]*\d{2,4})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Months();
}
