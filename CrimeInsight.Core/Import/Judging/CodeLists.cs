using System.Buffers;
using System.Globalization;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Values of the short columns, in English, Hindi and Tamil. Empty text is the unknown value of each.</summary>
internal static class CodeLists
{
    private static readonly CodeList<Gender> s_genders = new(new Dictionary<Gender, string[]>
    {
        [Gender.Unknown] = ["unknown", "u", "not known", "not stated", "na", "n/a", "x", "अज्ञात", "தெரியவில்லை"],
        [Gender.Male] = ["male", "m", "man", "boy", "पुरुष", "ஆண்"],
        [Gender.Female] = ["female", "f", "woman", "girl", "महिला", "स्त्री", "பெண்"],
        [Gender.Transgender] = ["transgender", "t", "tg", "third gender", "other", "o", "others", "ट्रांसजेंडर", "अन्य", "திருநர்", "மூன்றாம் பாலினம்"],
    });

    private static readonly CodeList<LegalStatus> s_statuses = new(new Dictionary<LegalStatus, string[]>
    {
        [LegalStatus.UnderInvestigation] =
        [
            "under-investigation", "under investigation", "pending", "open", "registered", "underinvestigation",
            "विवेचनाधीन", "जांच जारी", "விசாரணையில்",
        ],
        [LegalStatus.Chargesheeted] =
        [
            "chargesheeted", "charge-sheeted", "charge sheeted", "chargesheet filed", "charge sheet filed", "pending trial",
            "आरोप पत्र दाखिल", "आरोपपत्रित", "குற்றப்பத்திரிகை தாக்கல்",
        ],
        [LegalStatus.Closed] =
        [
            "closed", "final report", "untraced", "false", "mistake of fact", "undetected",
            "अंतिम रिपोर्ट", "बंद", "முடிக்கப்பட்டது", "இறுதி அறிக்கை",
        ],
        [LegalStatus.Convicted] = ["convicted", "conviction", "दोषसिद्ध", "தண்டிக்கப்பட்டது"],
        [LegalStatus.Acquitted] = ["acquitted", "discharged", "compounded", "quashed", "acquittal", "दोषमुक्त", "விடுவிக்கப்பட்டது"],
    });

    private static readonly CodeList<AgeBand> s_bands = new(new Dictionary<AgeBand, string[]>
    {
        [AgeBand.Unknown] = ["unknown", "na", "n/a", "not known", "अज्ञात", "தெரியவில்லை"],
        [AgeBand.Below6] = ["below-6", "below 6", "<6", "0-5", "Below6"],
        [AgeBand.From6To11] = ["6-11", "From6To11"],
        [AgeBand.From12To15] = ["12-15", "From12To15"],
        [AgeBand.From16To17] = ["16-17", "From16To17"],
        [AgeBand.From18To29] = ["18-29", "From18To29"],
        [AgeBand.From30To44] = ["30-44", "From30To44"],
        [AgeBand.From45To59] = ["45-59", "From45To59"],
        [AgeBand.From60] = ["60+", "60-", ">=60", "60 and above", "60-plus", "From60"],
    });

    private static readonly SearchValues<char> s_numberCharacters = SearchValues.Create("0123456789.");

    /// <summary>As the canonical file has it.</summary>
    public static string NameOf(Gender gender) => s_genders.NameOf(gender);

    /// <inheritdoc cref="NameOf(Gender)"/>
    public static string NameOf(LegalStatus status) => s_statuses.NameOf(status);

    /// <inheritdoc cref="NameOf(Gender)"/>
    public static string NameOf(AgeBand band) => s_bands.NameOf(band);

    public static bool TryGender(ReadOnlySpan<char> text, out Gender gender)
    {
        gender = Gender.Unknown;
        return text.IsEmpty || s_genders.TryFind(text, out gender)
            || (ImportWords.Find(ImportWords.Gender, text) is { } meant && Enum.TryParse(meant, ignoreCase: true, out gender));
    }

    public static bool TryStatus(ReadOnlySpan<char> text, out LegalStatus status)
    {
        status = LegalStatus.UnderInvestigation;
        return text.IsEmpty || s_statuses.TryFind(text, out status);
    }

    /// <summary>An age in completed years (0 … 120), which is banded at once and forgotten, or a band.</summary>
    /// <returns>Null when it is neither.</returns>
    public static AgeReading? Age(ReadOnlySpan<char> text)
    {
        if (TryAge(text, out var band))
            return band;
        var plain = text.ToString();
        return AgeText.Read(plain) ?? (ImportWords.Find(ImportWords.Gender, plain) == "unknown" ? (AgeReading)AgeBand.Unknown : null);
    }

    private static bool TryAge(ReadOnlySpan<char> text, out AgeBand band)
    {
        band = AgeBand.Unknown;
        if (text.IsEmpty)
            return true;
        if (!text.ContainsAnyExcept(s_numberCharacters) && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var years))
        {
            band = years <= 120 ? AgeBands.FromYears((int)years) : AgeBand.Unknown;
            return years <= 120;
        }

        if (s_bands.TryFind(text, out band))
            return true;
        return s_bands.TryFind(text.ToString().Replace('–', '-').Replace(" ", "", StringComparison.Ordinal), out band);
    }
}
