using System.Globalization;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared;

namespace CrimeInsight.Web.Features.Validation;

/// <summary>What of the page the address holds beside the scope: <c>year=2022</c>, or <c>year=all</c>; absent: the newest that can be compared.</summary>
/// <param name="Year">0: all.</param>
public sealed record ValidationChoice(int? Year)
{
    public const string YearName = "year";
    public const string All = "all";

    public static ValidationChoice Parse(string? year) => new(
        year == All ? 0 : int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null);

    /// <summary>Address of the page, or of its file, with a scope and this choice.</summary>
    public string UrlFor(string path, ScopeCodes scope) => scope.ToUrl(path, (YearName, Written));

    /// <summary>Address of the page with a scope and this choice.</summary>
    public string UrlFor(ScopeCodes scope) => UrlFor(AppUrls.Validation, scope);

    private string? Written => Year switch { null => null, 0 => All, { } year => year.ToString(CultureInfo.InvariantCulture) };
}
