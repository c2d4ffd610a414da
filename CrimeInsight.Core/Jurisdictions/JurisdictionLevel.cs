namespace CrimeInsight.Core.Jurisdictions;

/// <summary>Levels of the police hierarchy; many states skip some. Values are stored; never renumber.</summary>
public enum JurisdictionLevel : short
{
    Country = 0,

    /// <summary>State or union territory (DGP).</summary>
    State = 1,

    /// <summary>Zone (ADG/IG).</summary>
    Zone = 2,

    /// <summary>Range (DIG).</summary>
    Range = 3,

    /// <summary>District (SP) or Commissionerate (CP).</summary>
    District = 4,

    /// <summary>Sub-division (SDPO/ACP).</summary>
    SubDivision = 5,
    Circle = 6,

    /// <summary>Police station (SHO).</summary>
    Station = 7,
    Beat = 8,
}
