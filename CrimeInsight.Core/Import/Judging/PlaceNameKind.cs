namespace CrimeInsight.Core.Import.Judging;

/// <summary>What a name names, the most certain first: within a state the first kind that has it counts.</summary>
internal enum PlaceNameKind
{
    /// <summary>As administrators have said.</summary>
    Learnt,

    /// <summary>A state, district, station or beat, by any of its names, spellings and former names.</summary>
    Own,

    /// <summary>A commissionerate, police district, or part of one.</summary>
    Unit,

    /// <summary>A district made since the boundaries of 2020, in the one it was made from.</summary>
    NewDistrict,

    /// <summary>Railway police, crime branches and the like, and words such as "Rural": they say nothing without their state.</summary>
    StateUnit,
    Town,
}
