using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>Names whose streets and shapes a map shows.</summary>
public sealed class MapCredits(IStringLocalizer<MapText> text, StreetMap streets)
{
    private const string OutlineUrl = "https://www.npmjs.com/package/@svg-maps/india";

    /// <param name="shapes">All that are drawn.</param>
    public IEnumerable<MapCredit> Of(params IReadOnlyCollection<BoundaryCollection> shapes)
    {
        if (streets.Credit is { } credit)
            yield return new MapCredit(credit);
        foreach (var source in shapes.SelectMany(drawn => drawn.Sources).Distinct())
            yield return new MapCredit(text[nameof(MapText.LoadedCredit), source]);
        if (shapes.Any(drawn => drawn.IsApproximate))
            yield return new MapCredit(text[nameof(MapText.ApproximateCredit)]);
        if (shapes.Any(drawn => drawn.HasOutlines))
            yield return new MapCredit(text[nameof(MapText.OutlineCredit)], OutlineUrl);
    }
}
