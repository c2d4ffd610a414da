using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Boundaries;

/// <summary>The place an area was found to be of.</summary>
/// <param name="Name">As written.</param>
/// <param name="Above">What is written of the places it lies in.</param>
internal sealed record AreaMatch(string Name, string Above, string? Code, ShapeMatch Match, string? Suggestion)
{
    public DraftShape ToDraft(FileArea area, GeoShape shape) =>
        new(area.Number, Name, Above, Code, Match, Suggestion, shape, area.IsRepaired, area.CornersBefore);
}
