using System.Globalization;

namespace CrimeInsight.Core.Cases;

/// <summary>A case in the order of the list (newest first), from which the next page goes on.</summary>
/// <param name="On">The date that the list goes by.</param>
public readonly record struct CaseCursor(DateOnly On, long Id)
{
    /// <summary>The form in an address: <c>2024-05-31.1234</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{On:yyyy-MM-dd}.{Id}");

    /// <summary>Reads the form of <see cref="ToString"/>; null when it is not one.</summary>
    public static CaseCursor? Parse(string? text)
    {
        var parts = text?.Split('.') ?? [];
        return parts.Length == 2
            && DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new CaseCursor(day, id)
            : null;
    }
}
