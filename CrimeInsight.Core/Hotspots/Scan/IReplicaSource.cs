namespace CrimeInsight.Core.Hotspots.Scan;

/// <summary>Draws data under the null hypothesis. For several threads at once.</summary>
internal interface IReplicaSource
{
    /// <summary>Room a thread needs.</summary>
    int[] NewRoom();

    /// <summary>Cases by place and period of one replica; depends on the seed and the number alone.</summary>
    /// <param name="cells">Overwritten.</param>
    void Draw(int replica, Span<int> cells, int[] room);
}
