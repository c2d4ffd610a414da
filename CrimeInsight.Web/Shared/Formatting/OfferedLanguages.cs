using System.Globalization;
using CrimeInsight.Core.Settings;

namespace CrimeInsight.Web.Shared.Formatting;

/// <summary>The languages that are offered, of those of the product: a setting.</summary>
public sealed class OfferedLanguages(ISettings settings)
{
    /// <summary>One at least.</summary>
    public IReadOnlyList<CultureInfo> All
    {
        get
        {
            var names = settings.Current.Languages;
            return [.. AppCultures.All.Where(culture => names.Contains(culture.Name))];
        }
    }

    /// <summary>For whoever chose none and whose browser asks for none that is offered.</summary>
    public CultureInfo Default => Find(settings.Current.DefaultLanguage) ?? All[0];

    /// <summary>By name or by language; null when it is not offered.</summary>
    public CultureInfo? Find(string? name) => AppCultures.Find(name) is { } culture && All.Contains(culture) ? culture : null;
}
