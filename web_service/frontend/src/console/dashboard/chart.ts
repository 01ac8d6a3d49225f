/** The parts of the chart library that the dashboard needs; loaded when a chart is drawn. */

import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

export type Chart = ReturnType<typeof makeChart>

export function makeChart(place: HTMLElement) {
  return init(place, null, { renderer: 'canvas' })
}
