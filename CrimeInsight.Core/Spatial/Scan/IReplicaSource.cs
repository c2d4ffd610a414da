namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>Draws data under the null hypothesis. For several threads at once.</summary>
internal interface IReplicaSource
{
    /// <summary>Room a thread needs.</summary>
    ReplicaRoom NewRoom();

    /// <summary>Cases by place and period of one replica; depends on the seed and the number alone.</summary>
    /// <param name="cells">Overwritten.</param>
    /// <returns>What the replica's statistics are to be multiplied by to be compared with those of the data; 1 for independent cases.</returns>
    double Draw(int replica, Span<int> cells, ReplicaRoom room);
}
