using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Data.Maps;

/// <summary>Levels of boundaries and the levels of places they are of: each is named the same.</summary>
internal static class BoundaryLevels
{
    /// <summary>As places store it.</summary>
    public static short ToPlaces(BoundaryLevel level) => (short)Enum.Parse<JurisdictionLevel>(level.ToString());

    /// <inheritdoc cref="ToPlaces"/>
    public static BoundaryLevel OfPlaces(short level) => Enum.Parse<BoundaryLevel>(((JurisdictionLevel)level).ToString());
}
