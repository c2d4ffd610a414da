using System.Globalization;
using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>
/// Reads numbers in the ways they are written: <c>1234567.5</c>, <c>12,34,567.50</c>, <c>1,234,567.50</c>, <c>1.234.567,50</c>,
/// <c>1 234 567</c>, <c>13,0827</c>. What could be either a group or a decimal is a group, as it is in India.
/// </summary>
internal static partial class NumberText
{
    /// <param name="plain">As <see cref="PlainText.Of"/> gives it.</param>
    /// <param name="isGrouped">Commas may group digits; false: a comma is a decimal comma.</param>
    public static bool TryRead(string plain, bool isGrouped, out decimal value)
    {
        value = 0;
        var text = plain.Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        var sign = text.StartsWith('-') ? "-" : "";
        var digits = text[sign.Length..];
        var comma = digits.LastIndexOf(',');
        var point = digits.LastIndexOf('.');
        var normal = (comma, point) switch
        {
            (< 0, < 0) => digits,
            (< 0, _) => digits.IndexOf('.', StringComparison.Ordinal) == point ? digits : Ungroup(digits, '.'),
            (_, < 0) when isGrouped && IsGrouped(digits) => digits.Replace(",", "", StringComparison.Ordinal),
            (_, < 0) => digits.IndexOf(',', StringComparison.Ordinal) == comma ? digits.Replace(',', '.') : null,
            _ when point > comma => Ungroup(digits[..point], ',') is { } whole ? whole + digits[point..] : null,
            _ => Ungroup(digits[..comma], '.') is { } whole ? whole + "." + digits[(comma + 1)..] : null,
        };
        return normal is not null && decimal.TryParse(
            sign + normal, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static string? Ungroup(string digits, char separator)
    {
        var commas = digits.Replace(separator, ',');
        return commas.Contains(',') && !IsGrouped(commas) ? null : commas.Replace(",", "", StringComparison.Ordinal);
    }

    private static bool IsGrouped(string digits) => Groups().IsMatch(digits);

    // By thousands, or by thousand, lakh and crore.
    [GeneratedRegex(@"^(\d{1,3}(,\d{3})+|\d{1,2}(,\d{2})*,\d{3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Groups();
}
