namespace CrimeInsight.Core.Places;

/// <summary>Why places were not changed.</summary>
public enum PlaceRefusal
{
    /// <summary>Not all of it lies within the administrator's own places.</summary>
    NotAllowed,

    /// <summary>An import or another edit is at work.</summary>
    Busy,

    /// <summary>Later edits of the same places must be undone first.</summary>
    LaterEdits,

    /// <summary>Cases, people or stations belong to the place since.</summary>
    InUse,

    /// <summary>Another place has the code.</summary>
    CodeTaken,

    /// <summary>The place above has no room for one more.</summary>
    Full,

    /// <summary>The day lies in the future, or before 1947.</summary>
    BadDay,

    /// <summary>Code, name, level or number do not fit.</summary>
    Unfit,
}
