namespace CrimeInsight.Core.Import.Likeness;

/// <summary>What of a case can be compared with another, in few bytes: there may be a million of them.</summary>
public readonly record struct CaseTrace
{
    public required long Id { get; init; }

    /// <summary>Of the batch for whose rows twins are sought; otherwise stored before it.</summary>
    public required bool IsNew { get; init; }

    public bool IsProtected { get; init; }

    /// <summary>Of the finest known jurisdiction.</summary>
    public required int Ordinal { get; init; }

    public required short HeadId { get; init; }

    /// <summary>Head above its head.</summary>
    public required short HeadGroup { get; init; }

    /// <summary>Of the offence: days since 1 January of the year 1.</summary>
    public required int Day { get; init; }

    /// <summary>Days from the offence to its registration.</summary>
    public required int Delay { get; init; }

    /// <summary>Minutes since midnight; null when unknown, and of protected cases.</summary>
    public short? Minutes { get; init; }

    /// <summary>Its place is known to a locality; never of protected cases.</summary>
    public bool IsPlaced { get; init; }

    public float Latitude { get; init; }

    public float Longitude { get; init; }

    /// <summary>Gender and band of age of victim and accused, four bits each, the victim's gender lowest; 0 unknown.</summary>
    public ushort Persons { get; init; }

    /// <summary>Rupees; 0 when there is none or it is unknown, and of protected cases.</summary>
    public long Value { get; init; }

    /// <summary>Print of its words (<see cref="WordPrint"/>); 0 when there are none, and of protected cases.</summary>
    public ulong Words { get; init; }

    /// <summary>Of its source: references of different sources are not compared.</summary>
    public int Source { get; init; }

    public ReferenceNumbers Reference { get; init; }
}
