using System.Text.Json;
using CrimeInsight.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Charts;

/// <summary>What the browser needs to write numbers as <c>DisplayFormat</c> does.</summary>
/// <param name="Suffix">After every value, such as a percent sign.</param>
/// <param name="Lakh">Pattern with {0} for an axis value in lakh.</param>
/// <param name="Crore">Pattern with {0} for an axis value in crore.</param>
/// <param name="Missing">What a gap reads as.</param>
internal sealed record ApexNumbers(int Decimals, string Suffix, string Lakh, string Crore, string Missing)
{
    public static ApexNumbers Of(ChartNumbers numbers, IStringLocalizer<SharedText> text) => new(
        numbers == ChartNumbers.Count ? 0 : 1,
        numbers == ChartNumbers.Percent ? "%" : "",
        text[nameof(SharedText.AxisLakh)],
        text[nameof(SharedText.AxisCrore)],
        text[nameof(SharedText.NotAvailable)]);

    /// <summary>As text: sent as an object, each open page would keep a serialiser of its own for this type.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ApexOptions.Json);
}
