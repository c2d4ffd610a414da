using System.Collections.Immutable;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Web.Features.Boundaries;

/// <summary>Outlines that are drawn in the same way.</summary>
/// <param name="Look">Class of style: fine, due, out, new, former.</param>
/// <param name="Name">Key of what they are.</param>
public sealed record PictureLayer(string Look, string Name, ImmutableArray<GeoShape> Shapes);
