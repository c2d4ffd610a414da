namespace CrimeInsight.Data.Embedded;

/// <summary>What became of a look after a server that does not answer.</summary>
internal enum Revival
{
    /// <summary>Its process lives: it starts, recovers, or hangs.</summary>
    Alive,

    /// <summary>It was dead and has been started again.</summary>
    Started,

    /// <summary>Another app stops it, and will start it.</summary>
    LeftToAnother,

    /// <summary>Somebody shut it down in order.</summary>
    StoppedOnPurpose,
}
