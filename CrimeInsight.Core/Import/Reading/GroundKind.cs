namespace CrimeInsight.Core.Import.Reading;

/// <summary>Why a column is taken for what it is. Texts: DataRoomText, under <c>Ground</c> and the name. Written in mappings: never rename.</summary>
public enum GroundKind
{
    /// <summary>It is called so. Detail: the header.</summary>
    Header,

    /// <summary>Its values are dates.</summary>
    ValuesAreDates,

    /// <summary>Its values are points.</summary>
    ValuesArePoints,

    /// <summary>Its values lie where India's latitudes do.</summary>
    ValuesAreLatitudes,

    /// <summary>Its values lie where India's longitudes do.</summary>
    ValuesAreLongitudes,

    /// <summary>Its values are yes and no.</summary>
    ValuesAreYesAndNo,

    /// <summary>Detail: the dates that prove it.</summary>
    MonthFirst,

    /// <summary>Detail: the dates that prove it.</summary>
    DayFirst,

    /// <summary>Every date could be either way round: taken day first.</summary>
    OrderUnknown,

    /// <summary>Some dates are day first, some month first.</summary>
    OrderMixed,

    /// <summary>Latitudes and longitudes have changed places.</summary>
    ColumnsSwapped,

    /// <summary>Written for a font. Detail: its name.</summary>
    LegacyFont,

    /// <summary>No other column has dates.</summary>
    OnlyDate,

    /// <summary>Its numbers begin anew in each year or station, which stand in the columns joined to it.</summary>
    NumbersRestart,
}
