namespace CrimeInsight.Core.Import;

/// <summary>Something to look at, though rows were accepted. Texts: ImportText, under <c>Warning</c> and the name.</summary>
public enum ImportWarning
{
    /// <summary>Years of two digits were read, for they fit the years of four beside them.</summary>
    YearOfTwoDigits,

    /// <summary>Words that began like a formula lost that beginning.</summary>
    FormulaNeutralised,

    /// <summary>No reporting date: the date of the offence was taken.</summary>
    ReportDateAssumed,

    /// <summary>No jurisdiction named: the district of the coordinates was taken.</summary>
    DistrictFromCoordinates,

    /// <summary>The coordinates lie in a neighbouring district: the one named was kept.</summary>
    CoordinatesInNeighbour,

    /// <summary>The coordinates lie off the coast as computed, but near the place named, which was kept.</summary>
    CoordinatesOffCoast,

    /// <summary>The station is not in the database: the case was counted in its district.</summary>
    StationUnknown,

    /// <summary>A town, or a part of one, was named: the case was counted in its district.</summary>
    TownNamed,

    /// <summary>A police unit was named: the case was counted in its district, or in its state.</summary>
    PoliceUnitNamed,

    /// <summary>A district made since the boundaries known was named: the case was counted in the one it was made from.</summary>
    NewDistrictNamed,

    /// <summary>The act was not in force on the date of the offence.</summary>
    StatuteNotInForce,

    /// <summary>No act was named: the penal code of the date of the offence was taken.</summary>
    StatuteAssumed,

    /// <summary>A section is in no table: it was kept, and decided nothing unless there was no other.</summary>
    SectionUnknown,

    /// <summary>Several heads share the section: the case was counted in the least specific of them.</summary>
    SectionShared,

    /// <summary>Telephone, Aadhaar or e-mail in words were blotted out.</summary>
    PersonalDataBlotted,

    /// <summary>A column that looks like personal data was not read; rows are not counted.</summary>
    PersonalColumnIgnored,

    /// <summary>Rows that the mapping's filter passed over.</summary>
    RowsFiltered,

    /// <summary>Totals, notes and repeated headers that the mapping told to pass over.</summary>
    FootersSkipped,

    /// <summary>The database held synthetic cases, which end with these; rows are not counted.</summary>
    DemoEnds,
}
