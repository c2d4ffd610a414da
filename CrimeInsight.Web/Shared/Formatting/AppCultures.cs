using System.Collections.Immutable;
using System.Globalization;

namespace CrimeInsight.Web.Shared.Formatting;

/// <summary>The languages of the product. Every culture groups digits as 12,34,567 and writes dates as dd-MM-yyyy.</summary>
public static class AppCultures
{
    public const string Default = "en-IN";

    private static readonly NumberFormatInfo s_numbers = CultureInfo.ReadOnly(CultureInfo.GetCultureInfo(Default)).NumberFormat;

    /// <summary>Cultures in the order they are offered.</summary>
    public static ImmutableArray<CultureInfo> All { get; } = [Build("en-IN"), Build("hi-IN"), Build("ta-IN")];

    /// <summary>The product's form of a culture, found by name or by language; null when it is not offered.</summary>
    public static CultureInfo? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var language = name.Split('-', 2)[0];
        return All.FirstOrDefault(culture => culture.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(culture => culture.TwoLetterISOLanguageName.Equals(language, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Name of a language in itself, such as हिन्दी.</summary>
    public static string NativeName(CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "hi" => "हिन्दी",
        "ta" => "தமிழ்",
        _ => "English",
    };

    /// <summary>One or two letters that stand for a language in its own script.</summary>
    public static string ShortName(CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "hi" => "हि",
        "ta" => "த",
        _ => "En",
    };

    private static CultureInfo Build(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.NumberFormat = (NumberFormatInfo)s_numbers.Clone();
        culture.DateTimeFormat.ShortDatePattern = "dd-MM-yyyy";
        culture.DateTimeFormat.DateSeparator = "-";
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        culture.DateTimeFormat.LongTimePattern = "HH:mm:ss";
        return CultureInfo.ReadOnly(culture);
    }
}
